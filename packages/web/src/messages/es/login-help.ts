export const es = {
  title: (name: string) => `¿Puede iniciar sesión ${name}?`,
  checks: 'Qué se ha mirado',
  kinds: {
    ACTIVE: 'Acceso',
    REGISTERED: 'Ha entrado antes',
    EMAIL_DELIVERABLE: 'Dirección de correo',
    LINK_POLICY: 'Enlaces de acceso',
    THROTTLED: 'Tiempo de espera',
    FAILED_PASSWORDS: 'Contraseñas incorrectas',
    LAST_LINK: 'Lo último que enviaste',
    LAST_HELPER_REQUEST: 'Pidió ayuda para entrar',
  },
  states: {
    PROBLEM: 'Problema',
    WARNING: 'Atención',
    UNKNOWN: 'No se sabe',
    OK: 'Bien',
  },
  actions: {
    REACTIVATE: 'Reactivar',
    ALLOW_ACCESS: 'Dejar que inicie sesión y consulte',
    SEND_LOGIN_LINK: 'Enviar enlace de acceso',
    RESEND_INVITE: 'Enviar una invitación',
    FIX_EMAIL: 'Corregir la dirección de correo',
    WAIT: 'Volver a mirar',
    CALL_THE_CLIENT: 'Volver a mirar',
    NONE: 'Volver a mirar',
  },
  allowed: 'Puede volver a iniciar sesión y consultar.',
  notCounted: (name: string) =>
    `Los intentos solo cuentan desde un navegador en el que ${name} ya había iniciado sesión, y solo se dice el día: así nadie puede probar un nombre de usuario mirando esta página. Otros intentos no se cuentan aquí.`,
  again: 'Volver a mirar',
};
