import { until } from './when';

export const es = {
  states: {
    QUEUED: 'Pendiente de salir',
    SENT: 'De camino',
    DELIVERED: 'Ha llegado',
    BOUNCED: 'Ha vuelto',
    FAILED: 'No se ha enviado',
    HELD: 'Retenido',
  },
  links: {
    NONE: undefined,
    WAITING: 'El enlace de acceso se crea cuando sale',
    ACTIVE: 'Enlace de acceso sin usar',
    USED: 'Enlace de acceso usado',
    EXPIRED: 'El enlace de acceso ha caducado',
    REVOKED: 'El enlace de acceso está anulado',
  },
  goodUntil: (time: string) => `Enlace de acceso sin usar, válido ${until(time)}`,
};
