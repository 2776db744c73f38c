export const es = {
  incompleteTitle: 'Esta invitación ha llegado incompleta',
  incompleteText:
    'Un trozo de la dirección se ha perdido por el camino; pasa cuando un programa de correo la parte. No se ha gastado nada.',
  pasteLabel: 'El enlace del correo',
  pasteHint: 'Mantén pulsado el enlace en el correo, cópialo y pégalo aquí.',
  pasteWrong:
    'En este texto no hay ninguna invitación completa. Debe terminar en # y 22 letras, cifras o guiones.',
  paste: 'Abrir esta invitación',
  goToLogin: 'Ir a la página de inicio de sesión',
};
