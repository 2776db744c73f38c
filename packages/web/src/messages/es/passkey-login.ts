export const es = {
  closed: 'No se ha usado la llave de acceso. Puedes volver a intentarlo o iniciar sesión de otra manera.',
  impossible: 'Este navegador no puede usar aquí una llave de acceso. Inicia sesión de otra manera.',
  notKnown:
    'Esta llave de acceso no sirve aquí (o ya no sirve). Inicia sesión de otra manera; en Mi cuenta verás qué llaves tienes.',
  inactive: (coach: string, address: string) =>
    `Tu cuenta está desactivada: ${coach} ha cerrado tu acceso por ahora. Si te sorprende, escribe a ${address}.`,
  tooLate: 'Ha pasado demasiado tiempo. Vuelve a intentarlo.',
};
