export const es = {
  title: 'Detener un cambio',
  opening: 'Comprobando tu enlace…',
  troubleTitle: 'No hemos podido comprobar tu enlace',
  tryAgain: 'Volver a intentarlo',
  headings: {
    EMAIL_CHANGE: '¿Detener el cambio de esta dirección de correo?',
    FRESH_START: '¿Detener el nuevo comienzo de esta cuenta?',
  },
  texts: {
    EMAIL_CHANGE:
      'Si lo detienes, la dirección anterior sigue siendo la registrada. No hace falta iniciar sesión y no cambia nada más.',
    FRESH_START:
      'Si nadie lo detiene, el nombre de usuario y la contraseña dejan de valer y se envía una invitación a la dirección nueva. Si lo detienes, todo sigue igual. No hace falta iniciar sesión.',
  },
  stop: 'Detenerlo',
};
