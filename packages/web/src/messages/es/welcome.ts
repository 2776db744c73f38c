export const es = {
  title: 'Te damos la bienvenida',
  opening: 'Comprobando tu invitación…',
  troubleTitle: 'No hemos podido comprobar tu invitación',
  tryAgain: 'Volver a intentarlo',
};
