export const es = {
  title: 'Dirección de correo nueva',
  opening: 'Comprobando tu enlace…',
  troubleTitle: 'No hemos podido comprobar tu enlace',
  tryAgain: 'Volver a intentarlo',
  heading: '¿Usar esta dirección de correo a partir de ahora?',
};
