export const es = {
  titles: {
    USED: 'Este enlace de acceso ya se ha usado',
    EXPIRED: 'Este enlace de acceso ha caducado',
    ANOTHER_USED: 'Se ha usado otro enlace, y este ya no vale',
    PASSWORD_CHANGED: 'Se ha puesto una contraseña nueva, y este enlace ya no vale',
    ACCESS_CHANGED: 'Tu cuenta ha cambiado, y este enlace ya no vale',
    REVOKED: 'Este enlace de acceso se ha retirado',
    COACH_LOGGED_IN: 'Este enlace de acceso no se puede usar aquí',
  },
  unknownTitle: 'Este enlace de acceso ya no funciona',
  lifeText:
    'Un enlace de acceso funciona una sola vez. El que pides tú dura 1 hora; el de tu coach, 72 horas. Al usar uno, o al poner una contraseña nueva, los demás dejan de valer.',
  revokedText:
    'Puede que llegara al buzón equivocado, así que no se puede renovar. Pide otro con tu nombre de usuario.',
  freshLink: 'Enviarme un enlace nuevo',
  freshText: 'Llegará a la dirección de correo que tenemos registrada.',
  askAnew: 'Pedir un enlace con el nombre de usuario',
  backToLogin: 'Ir a la página de inicio de sesión',
};
