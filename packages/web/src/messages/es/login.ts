export const es = {
  title: 'Iniciar sesión',
  username: 'Nombre de usuario',
  password: 'Contraseña',
  submit: 'Iniciar sesión',
  passkey: 'Entrar con una llave de acceso',
  forgot: '¿Has olvidado tu nombre de usuario o tu contraseña?',
  enterCode: 'Escribir el código de acceso',
  usernameMissing: 'Escribe tu nombre de usuario.',
  passwordMissing: 'Escribe tu contraseña.',
  emailHint:
    'Eso parece una dirección de correo. Aquí se inicia sesión con el nombre de usuario, que es otra cosa.',
  emailHintAction: 'Enviarme mi nombre de usuario',
  invalidCredentials:
    'Este nombre de usuario y esta contraseña no van juntos. Es fácil confundirlos: la ayuda de aquí abajo los recupera.',
  inactiveTitle: 'Tu cuenta está desactivada',
  inactive: (coach: string) => `${coach} ha cerrado tu acceso por ahora. Si te sorprende, escribe a`,
  notices: {
    'logged-out': 'Has cerrado la sesión.',
    'session-ended':
      'Tu sesión ha terminado, así que vuelve a iniciarla. Lo que habías escrito se ha guardado.',
    'log-in-first': 'Inicia sesión para ver tu cuenta.',
    'confirm-email': 'Inicia sesión y podrás confirmar la dirección nueva.',
  },
};
