import { at } from './when';

export const es = {
  deleted: (time: string) => `Se eliminará ${at(time)}`,
  active: 'Acceso activo',
  mayLook: 'Acceso desactivado, puede consultar',
  inactive: 'Acceso desactivado',
  bounced: 'El correo rebota',
  complained: 'Marcó un correo como spam',
  neverSetUp: 'No ha aceptado la invitación',
  neverLoggedIn: 'Nunca ha iniciado sesión',
  lastLogin: (time: string) => `Último acceso: ${time}`,
};
