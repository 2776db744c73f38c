export const es = {
  opened: {
    'login-link': {
      title: 'Este enlace es de una de las personas a las que acompañas',
      text: 'Aquí has iniciado sesión como coach, y un coach no puede abrir el enlace de acceso de otra persona: entraría en su cuenta. No se ha gastado nada: el enlace le sigue sirviendo a su titular, y le avisamos de que se ha abierto aquí.',
    },
    invitation: {
      title: 'Esta invitación es de una persona de tu organización',
      text: 'Aquí has iniciado sesión como coach, y un coach no puede aceptar la invitación de otra persona: entraría en su cuenta. No se ha gastado nada: la invitación le sigue sirviendo a su titular, y le avisamos de que se ha abierto aquí.',
    },
  },
  goToAccount: 'Ir a Mi cuenta',
};
