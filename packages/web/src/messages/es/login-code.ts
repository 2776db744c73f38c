export const es = {
  codeTitle: 'Escribe el código de acceso',
  codeText:
    'Está junto al enlace en un correo que pediste en la página de inicio de sesión; los mensajes de tu coach no lo traen. Sirve durante 10 minutos y solo vale el más reciente.',
  username: 'Nombre de usuario',
  usernameMissing: 'Escribe tu nombre de usuario.',
  code: 'Código de acceso',
  codeHint: '8 letras y cifras. Las mayúsculas, los espacios y los guiones dan igual.',
  codeMissing: 'Escribe el código del correo.',
  codeWrong:
    'Este nombre de usuario y este código no van juntos, o el código ha caducado o hay uno más reciente. Puede que el enlace del correo aún sirva.',
  codePassword:
    'Esta cuenta necesita la contraseña junto con el enlace. Abre el enlace del correo en su lugar.',
  noCode: '¿No tienes código? Pide un enlace de acceso',
  logIn: 'Iniciar sesión',
  backToLogin: 'Ir a la página de inicio de sesión',
};
