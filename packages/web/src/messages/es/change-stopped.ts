export const es = {
  headings: { EMAIL_CHANGE: 'El cambio está anulado', FRESH_START: 'El nuevo comienzo está anulado' },
  texts: {
    EMAIL_CHANGE:
      'La dirección registrada sigue igual. ¿Lo pidió alguien que había entrado en tu cuenta? Entonces pon una contraseña nueva: con ella se cierran todas las demás sesiones.',
    FRESH_START:
      'El nombre de usuario, la contraseña y la dirección de correo siguen igual. ¿No puedes iniciar sesión? Pide que te enviemos un enlace de acceso.',
  },
  help: 'Recibir un enlace de acceso',
  logIn: 'Ir a la página de inicio de sesión',
};
