import { at } from './when';

export const es = {
  title: 'Cliente',
  opening: 'Cargando esta ficha…',
  goneTitle: 'Esta ficha no existe',
  goneText: 'Puede que la dirección tenga una errata o que la persona se haya eliminado de la lista.',
  toClients: 'Todos los clientes',
  tryAgain: 'Volver a intentarlo',

  sendLink: 'Enviar enlace de acceso',

  detailsCard: 'Datos',
  email: 'Dirección',
  mail: 'Correo',
  mails: {
    UNKNOWN: 'Aún no se sabe nada de esta dirección',
    DELIVERED: 'Los correos llegan',
    BOUNCED: 'Los correos vuelven',
    COMPLAINED: 'Un correo se marcó como spam, así que no se envía nada más',
  },
  timeZone: 'Zona horaria',
  logins: 'Accesos',
  loginCount: (count: number, last: string) => `${count}; el último, ${at(last)}`,
  noLogins: 'Ninguno hasta ahora',
  added: 'Alta',
  retryText:
    'Un correo a esta dirección volvió, así que ya no se le envía nada. Cuando el buzón vuelva a funcionar, deja que lo intentemos.',
  retry: 'Volver a probar esta dirección',
  retryDone: 'Los correos vuelven a salir hacia esta dirección.',

  invite: 'Volver a enviar la invitación',
  inviteText: 'Aún no ha aceptado la invitación. Una nueva deja sin valor las anteriores.',
  inviteDone: (email: string) => `Va una invitación nueva de camino a ${email}.`,

  edit: 'Editar los datos',
  firstName: 'Nombre',
  lastName: 'Apellidos',
  save: 'Guardar los datos',
  saved: 'Guardado.',
  useAnyway: 'Usarla de todos modos',

  accessCard: 'Acceso',
  activeText:
    'Esta persona tiene el acceso activo: puede iniciar sesión y recibe los mensajes a todos los clientes activos.',
  inactiveText: 'Esta persona tiene el acceso desactivado y no puede iniciar sesión.',
  mayLookText: 'Esta persona tiene el acceso desactivado, pero puede iniciar sesión y consultar.',
  deleteAtText: (time: string) =>
    `Esta persona tiene el acceso desactivado y se eliminará ${at(time)}. Si la reactivas, no se elimina.`,
  deactivateLegend: 'Desactivar el acceso de esta persona',
  noLogin: 'Ya no puede iniciar sesión',
  noLoginText: 'Su sesión se cierra enseguida y sus enlaces de acceso dejan de funcionar.',
  mayLook: 'Puede iniciar sesión y consultar',
  mayLookExplained: 'Puede leerlo todo y no cambiar nada, salvo su propio nombre de usuario y su contraseña.',
  deactivate: 'Desactivar',
  deactivated: 'Acceso desactivado.',
  reactivate: 'Reactivar',
  reactivated: 'Acceso activo de nuevo.',

  deliveriesCard: 'Mensajes a esta persona',
  noDeliveries: 'Ningún mensaje todavía.',
  moreDeliveries: (shown: number, total: number) => `Los ${shown} más recientes de ${total}.`,

  deleteCard: 'Eliminar',
  remove: 'Eliminar a esta persona',
  removeQuestion: (name: string) =>
    `¿Eliminar a ${name}? Quien nunca ha entrado desaparece enseguida. En los demás casos la eliminación llega a los 30 días: una carta avisa, y hasta entonces la persona puede consultar y descargar sus datos, y tú puedes reactivarla.`,
  removeConfirm: 'Sí, eliminar',
  removeCancel: 'Conservar',
};
