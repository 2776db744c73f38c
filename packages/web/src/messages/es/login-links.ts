export const es = {
  title: 'Enlace de acceso',
  opening: 'Comprobando tu enlace…',
  goingOn: 'Iniciando sesión…',

  tryAgain: 'Volver a intentarlo',
  troubleTitle: 'No hemos podido comprobar tu enlace',
};
