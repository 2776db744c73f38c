export const es = {
  title: 'Mira tu correo',
  username: (email: string) =>
    `Va un correo de camino a ${email}. Contiene todos los nombres de usuario de esta dirección, o tu invitación si aún no la has aceptado. Si no hay ninguno, el correo lo dice.`,
  link: (username: string) =>
    `Si «${username}» es un nombre de usuario de este sitio, va un enlace de acceso de camino a la dirección de correo que tenemos registrada.`,
  lookFor: 'Qué tienes que buscar',
  from: 'De',
  sender: (site: string) => `${site}, o el nombre de la organización de tu coach`,
  subject: 'Asunto',
  usernameSubject: 'Contiene «tu nombre de usuario»',
  linkSubject: 'Contiene «tu enlace de acceso»',
  where: 'Dónde',
  whereText: 'En tu bandeja de entrada o en la carpeta de spam o correo no deseado.',
  thisSite: 'Este sitio',
  noMailTitle: '¿Ningún correo después de cinco minutos?',
  noMailLink:
    'Lo más probable es que el nombre de usuario no fuera del todo correcto: si no existe, no sale ningún correo. Consigue primero tu nombre de usuario y luego pide el enlace.',
  noMailUsername:
    'Mira en la carpeta de spam, comprueba que la dirección esté bien escrita y vuelve a pedirlo.',
  usernameFirst: 'Conseguir primero mi nombre de usuario',
  askAgain: 'Volver a pedirlo',
  codeTitle: '¿Tienes el correo en otro dispositivo?',
  codeText: '¿Hay un código de acceso junto al enlace? Puedes escribirlo aquí en vez de abrir el enlace.',
  typeCode: 'Escribir el código de acceso',
  haveUsernameTitle: '¿Ya tienes tu nombre de usuario?',
  haveUsername: 'Inicia sesión con él, o pide un enlace de acceso si tampoco recuerdas la contraseña.',
  nowPassword: 'Pedir ahora un enlace de acceso',
  logIn: 'Iniciar sesión',
};
