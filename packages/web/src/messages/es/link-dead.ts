export const es = {
  usedTitle: 'Este enlace de acceso ya se ha usado',
  expiredTitle: 'Este enlace de acceso ha caducado',
  revokedTitle: 'Este enlace de acceso se ha retirado',
  unknownTitle: 'Este enlace de acceso ya no funciona',
  lifeText:
    'Un enlace de acceso funciona una sola vez. El que pides tú dura 1 hora; el de tu coach, 72 horas. Al usar uno, o al poner una contraseña nueva, los demás dejan de valer.',
  revokedText:
    'Puede que llegara al buzón equivocado, así que no se puede renovar. Pide otro con tu nombre de usuario.',
  freshLink: 'Enviarme un enlace nuevo',
  freshText: 'Llegará a la dirección de correo que tenemos registrada.',
  askAnew: 'Pedir un enlace con el nombre de usuario',
  goToAccount: 'Ir a Mi cuenta',
  hereAlready: (name: string) => `La sesión de ${name} ya está abierta aquí.`,
  backToLogin: 'Ir a la página de inicio de sesión',
};
