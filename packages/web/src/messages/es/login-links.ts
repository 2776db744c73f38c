export const es = {
  title: 'Enlace de acceso',
  opening: 'Comprobando tu enlace…',
  goingOn: 'Iniciando sesión…',

  somebody: 'otra persona',
  label: (name: string, practice: string) => `${name}, de ${practice}`,

  tryAgain: 'Volver a intentarlo',
  troubleTitle: 'No hemos podido comprobar tu enlace',
};
