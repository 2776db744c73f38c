const methods = {
  PASSWORD: 'con la contraseña',
  LOGIN_LINK: 'con un enlace de acceso',
  LOGIN_CODE: 'con un código de acceso',
  PASSKEY: 'con una llave de acceso',
};

export const es = {
  explained:
    'Dónde tienes la sesión abierta. Cierra lo que no reconozcas y pon después una contraseña nueva.',
  here: 'Este dispositivo',
  began: (method: keyof typeof methods, time: string) => `Sesión iniciada ${methods[method]}: ${time}.`,
  lastSeen: (time: string) => `Último uso: ${time}.`,
  ends: (time: string) => `Se cierra por sí sola: ${time}.`,
  end: 'Cerrar esta sesión',
  endOf: (device: string) => `en ${device}`,
  ended: (device: string) => `La sesión en ${device} está cerrada.`,
  endOthers: 'Cerrar todas las demás sesiones',
  endedOthers: 'Todas las demás sesiones están cerradas.',
};
