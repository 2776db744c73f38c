export const es = {
  deadTitle: 'Esta invitación ya no funciona',
  deadText:
    'Una invitación sirve una vez, y no para siempre. Si ya elegiste cómo entrar, simplemente inicia sesión.',
  fresh: 'Enviarme una invitación nueva',
  freshText: 'Llegará a la dirección de correo que tiene registrada tu coach.',
  askCoach: 'Para conseguir otra, escribe a tu coach.',
  goToLogin: 'Ir a la página de inicio de sesión',
};
