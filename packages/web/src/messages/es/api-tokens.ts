export const es = {
  card: 'Tokens de API',
  explained:
    'Para programas: un script tuyo u otro sistema que uses. Un programa que tiene un token actúa en tu nombre, en la medida en que lo permitas aquí.',
  none: 'No tienes ningún token.',
  scopes: {
    CLIENTS_READ: { label: 'Leer clientes', hint: 'Nombres, direcciones y cómo está cada cual.' },
    CLIENTS_WRITE: {
      label: 'Cambiar clientes',
      hint: 'Añadir, editar, invitar, desactivar y eliminar.',
    },
    MESSAGES_READ: { label: 'Leer mensajes', hint: 'Lo que se escribió y qué fue de ello.' },
    MESSAGES_SEND: { label: 'Enviar mensajes', hint: 'En tu nombre, a tus clientes.' },
    ACCOUNT_READ: {
      label: 'Leer mi cuenta',
      hint: 'Nombre de usuario, dirección, sesiones y diario de acceso. No cambia nada.',
    },
  },
  made: (day: string) => `Creado el ${day}.`,
  used: (time: string) => `Último uso: ${time}.`,
  neverUsed: 'Sin usar todavía.',
  ends: (day: string) => `Termina el ${day}.`,
  ended: (day: string) => `Terminó el ${day}: ya no funciona.`,
  endsNever: 'No caduca.',

  revoke: 'Revocar',
  revokeAbout: (name: string) => `el token ${name}`,
  revokeQuestion: (name: string) =>
    `¿Revocar ${name}? Cualquier programa que lo use se rechazará enseguida, y no se puede recuperar.`,
  revokeConfirm: 'Revocarlo',
  keep: 'Conservarlo',
  revoked: (name: string) => `${name} está revocado.`,

  make: 'Crear un token',
  name: '¿Para qué es?',
  nameHint: 'Para que lo reconozcas: Recordatorios del lunes.',
  nameMissing: 'Ponle un nombre.',
  scopesLegend: '¿Qué puede hacer?',
  scopesMissing: 'Elige al menos una opción.',
  life: '¿Cuánto tiempo funciona?',
  lives: { '30': '30 días', '90': '90 días', '365': 'Un año', never: 'Hasta que lo revoque' },
  currentPassword: 'Contraseña actual',
  currentNeeded: 'Para esto hace falta tu contraseña actual. Escríbela.',
  cancel: 'Cancelar',

  doneTitle: (name: string) => `${name} está listo`,
  done: 'Copia el token ahora. Solo se muestra esta vez: guardamos únicamente su huella y nadie puede volver a mostrarlo.',
  copy: 'Copiar',
  copyAbout: 'el token',
  copied: 'Ya lo he copiado',

  endWithPassword: 'Terminar también mis tokens de API',
  endWithPasswordHint: (names: string) => `Los programas que los usan dejan de funcionar: ${names}.`,
};
