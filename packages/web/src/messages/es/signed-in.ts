export const es = {
  opening: 'Un momento…',
  troubleTitle: 'No se ha podido abrir esta página',
  tryAgain: 'Volver a intentarlo',
  logOut: 'Cerrar sesión',
  pages: 'Páginas',
  clients: 'Clientes',
  messages: 'Mensajes',
  account: 'Mi cuenta',
  changedTitle: 'Aquí ha iniciado sesión otra persona',
  changedText:
    'En otra pestaña de este navegador se ha iniciado sesión con otra cuenta. En esta no se ha cambiado nada, y no se ha enviado nada de lo que has escrito.',
  openOther: 'Abrir la cuenta con la sesión iniciada',
};
