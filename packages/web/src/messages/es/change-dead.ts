export const es = {
  confirm: {
    DONE: { title: 'Esta dirección ya está confirmada', text: 'No tienes que hacer nada más.' },
    STOPPED: {
      title: 'Este cambio se ha detenido',
      text: 'Alguien lo detuvo con el enlace de nuestra carta a la dirección anterior, que sigue siendo la registrada.',
    },
    CANCELLED: {
      title: 'Este cambio se ha cancelado',
      text: 'Se canceló en Mi cuenta o al poner una contraseña nueva. Allí puedes volver a pedirlo.',
    },
    WITHDRAWN: {
      title: 'Este cambio se ha retirado',
      text: 'Tu coach lo ha retirado. La dirección anterior sigue siendo la registrada.',
    },
    REPLACED: {
      title: 'Un cambio más reciente ha sustituido a este',
      text: 'Solo cuenta el último. Abre el enlace del correo más reciente.',
    },
    EXPIRED: {
      title: 'Este enlace ya no funciona',
      text: 'Una dirección nueva se puede confirmar durante 24 horas. Vuelve a pedir el cambio en Mi cuenta o pídeselo a tu coach.',
    },
  },
  stop: {
    DONE: {
      title: 'Ya es tarde para detenerlo',
      text: 'El cambio ya se ha hecho. ¿No has sido tú? Escribe enseguida a la dirección que aparece en nuestra carta.',
    },
    STOPPED: { title: 'Este cambio se ha detenido', text: 'No tienes que hacer nada más.' },
    CANCELLED: { title: 'Este cambio se ha cancelado', text: 'No tienes que hacer nada más.' },
    WITHDRAWN: { title: 'Este cambio se ha retirado', text: 'No tienes que hacer nada más.' },
    REPLACED: {
      title: 'Un cambio más reciente ha sustituido a este',
      text: 'Para detener ese, abre el enlace del correo más reciente.',
    },
    EXPIRED: {
      title: 'Este enlace ya no detiene nada',
      text: 'Su cambio nunca se confirmó o terminó hace tiempo. No tienes que hacer nada más.',
    },
  },
  goToLogin: 'Ir a la página de inicio de sesión',
};
