import { until } from './when';

export const es = {
  title: 'Mi cuenta',
  readOnly: (practice: string) =>
    `${practice} ha desactivado esta cuenta y te deja consultarla. Aquí puedes leerlo todo, cambiar tu nombre de usuario y tu contraseña, cerrar sesiones y descargar tus datos; no se puede cambiar nada más.`,

  contents: 'Más en esta página',

  usernameCard: 'Tu nombre de usuario',
  usernameExplained: 'Con él inicias sesión, no con tu dirección de correo.',
  copy: 'Copiar',
  copyUsername: 'tu nombre de usuario',
  mailsGoTo: (email: string) => `Tus correos llegan a ${email}.`,

  passwordCard: 'Poner una contraseña nueva',
  withoutCurrent: (time: string) =>
    `Has entrado sin contraseña, así que puedes poner una nueva sin la anterior ${until(time)}.`,
  withoutCurrentNoTime: 'Has entrado sin contraseña, así que puedes poner una nueva sin la anterior.',
  withCurrent: 'Para comprobar que eres tú, hace falta también tu contraseña actual.',
  noPassword:
    'Esta cuenta aún no tiene contraseña, y solo se puede poner en los primeros minutos después de entrar con un enlace. Un enlace nuevo vuelve a abrir esa posibilidad.',
  currentPassword: 'Contraseña actual',
  newPassword: 'Contraseña nueva',
  currentMissing: 'Escribe tu contraseña actual.',
  currentWrong: 'Esa no es tu contraseña actual.',
  currentNeeded: 'Para esto hace falta tu contraseña actual. Escríbela.',
  savePassword: 'Guardar la contraseña nueva',
  passwordDoneTitle: 'Tu contraseña nueva está guardada',
  passwordDone: (username: string) =>
    `La próxima vez inicia sesión con el nombre de usuario ${username} y esta contraseña. Aquí tu sesión sigue abierta; todas las demás se han cerrado, y los enlaces de acceso enviados antes ya no funcionan.`,
  forgotCurrent: '¿La has olvidado? Recibir un enlace de acceso',
  mailLink: 'Recibir un enlace de acceso',
  linkAsked: (email: string) =>
    `Va un enlace de acceso de camino a ${email}. Ábrelo en este dispositivo y pon después la contraseña sin la anterior.`,
  linkAskedForThis: (email: string) =>
    `Va un enlace de acceso de camino a ${email}. Ábrelo en este dispositivo y podrás volver a hacer esto durante un rato.`,
  linkFirst:
    'Hace un rato que iniciaste sesión, y esta cuenta no tiene contraseña que pedirte. Un enlace de acceso nuevo vuelve a abrir esta opción.',
  passkeyFirst:
    'Hace un rato que iniciaste sesión, y esta cuenta no tiene contraseña que pedirte. Cierra sesión y vuelve a entrar con tu llave de acceso: así se vuelve a abrir esta opción.',

  changeUsernameCard: 'Cambiar tu nombre de usuario',
  newUsername: 'Nombre de usuario nuevo',
  newUsernameHint: 'De 3 a 64 caracteres. Al iniciar sesión, las mayúsculas dan igual.',
  usernameMissing: 'Escribe el nombre de usuario que quieres.',
  usernameTaken: 'Alguien tiene ya este nombre de usuario. Elige otro.',
  saveUsername: 'Cambiar el nombre de usuario',
  usernameDone: (username: string) => `Hecho. A partir de ahora inicias sesión como ${username}.`,

  apiTokensCard: 'Tokens de API',

  linkPolicyCard: 'Enlaces de acceso',
  sessionsCard: 'Dónde has iniciado sesión',
  diaryCard: 'Diario de acceso',
  ownDataCard: 'Tus datos',

  profileCard: 'Nombre, zona horaria e idioma',
  firstName: 'Nombre',
  lastName: 'Apellidos',
  timeZone: 'Zona horaria',
  timeZoneHint: 'Las horas de los correos que recibes van en ella.',
  language: 'Idioma / Language',
  languageHint: 'Lo usan este sitio y sus correos. Lo que escribe tu coach queda tal como está escrito.',
  languageSaved: 'Guardado. A partir de ahora este sitio y sus correos hablan español.',
  saveProfile: 'Guardar',
  profileDone: 'Guardado.',
};
