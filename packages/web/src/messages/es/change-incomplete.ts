export const es = {
  title: 'Este enlace ha llegado incompleto',
  text: 'Un trozo de la dirección se ha perdido por el camino; pasa cuando un programa de correo la parte. No se ha gastado nada.',
  label: 'El enlace del correo',
  hint: 'Mantén pulsado el enlace en el correo, cópialo y pégalo aquí.',
  wrong: 'En este texto no hay ningún enlace completo. Debe terminar en # y 22 letras, cifras o guiones.',
  open: 'Abrir este enlace',
  goToLogin: 'Ir a la página de inicio de sesión',
};
