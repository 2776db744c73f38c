export const es = {
  card: 'Llaves de acceso',
  explained:
    'Con una llave de acceso entras con tu huella, tu cara o el bloqueo de tu dispositivo. No hay nada que recordar, así que no se puede olvidar nada.',
  coachNote:
    'Como coach tienes una protección mayor: en cuanto tienes una llave de acceso, tu contraseña y los enlaces de acceso también la piden.',
  none: 'Aún no tienes ninguna llave de acceso.',
  impossible: 'Este navegador no puede usar aquí llaves de acceso. En otro dispositivo puedes añadir una.',
  name: 'Nombre',
  nameHint: 'Para que la reconozcas en esta lista.',
  nameMissing: 'Ponle un nombre, como el del dispositivo en el que estás.',
  add: 'Añadir una llave de acceso',
  added: (name: string) => `Se ha añadido ${name}. La próxima vez elige «Entrar con una llave de acceso».`,
  addedOn: (day: string) => `Añadida el ${day}`,
  neverUsed: 'sin usar todavía',
  lastUsed: (day: string) => `último uso el ${day}`,
  rename: 'Cambiar el nombre',
  newName: 'Nombre nuevo',
  renameDone: 'Guardar el nombre',
  renameNot: 'Dejar el que tiene',
  renamed: (name: string) => `Ahora se llama ${name}.`,
  remove: (name: string) => `Eliminar ${name}`,
  removeQuestion: (name: string) => `Ya no podrás iniciar sesión con ${name}. ¿Continuar?`,
  removeYes: 'Sí, eliminarla',
  removeNo: 'Conservarla',
  removed: (name: string) =>
    `Se ha eliminado ${name}. Puede que tu dispositivo la siga ofreciendo; elimínala también allí.`,
  closed: 'No se ha creado la llave de acceso. Puedes volver a intentarlo.',
  alreadyHere: 'Este dispositivo ya tiene una llave de acceso de tu cuenta. Está en la lista.',
  notMade:
    'Este dispositivo no ha podido crear una llave de acceso. Quizá otro dispositivo o navegador pueda.',
  tooLate: 'Ha pasado demasiado tiempo. Vuelve a intentarlo.',
  stepFirst: 'Antes, tu segundo paso',
  stepAgain: 'Volver a intentarlo',
  currentNeeded: 'Hace un rato que iniciaste la sesión, así que escribe tu contraseña actual.',
  codesNow:
    'Crea ahora códigos de recuperación, en «Segundo paso» de esta página: sin ellos, si pierdes el dispositivo no podrás entrar.',

  offerTitle: 'La próxima vez, nada que recordar',
  offerText:
    'Añade una llave de acceso en este dispositivo y entrarás con tu huella, tu cara o su bloqueo: sin nombre de usuario, sin contraseña, sin correo.',
  notNow: 'Ahora no',

  devices: {
    iphone: 'iPhone',
    ipad: 'iPad',
    android: 'Dispositivo Android',
    mac: 'Mac',
    windows: 'Ordenador con Windows',
    other: 'Este dispositivo',
  },
};
