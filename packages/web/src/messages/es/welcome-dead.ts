export const es = {
  acceptedTitle: 'Ya has aceptado esta invitación',
  acceptedText:
    'Una invitación sirve una vez. A partir de ahora inicias sesión con el nombre de usuario y la contraseña que elegiste.',
  logIn: 'Iniciar sesión',
  forgot: '¿Has olvidado tu nombre de usuario o tu contraseña?',
  deadTitle: 'Esta invitación ya no funciona',
  deadText:
    'Una invitación sirve una vez, y no para siempre. Si ya elegiste cómo entrar, simplemente inicia sesión.',
  fresh: 'Enviarme una invitación nueva',
  freshText: 'Llegará a la dirección de correo que tiene registrada tu coach.',
  askCoach: 'Para conseguir otra, escribe a tu coach.',
  goToLogin: 'Ir a la página de inicio de sesión',
};
