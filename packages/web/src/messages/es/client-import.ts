import { at } from './when';

const fields: Record<string, string> = {
  firstName: 'Nombre',
  lastName: 'Apellidos',
  email: 'Dirección de correo',
  timeZone: 'Zona horaria',
};

export const es = {
  title: 'Importar clientes',
  toClients: 'Todos los clientes',
  intro:
    'Elige un archivo CSV, como los que guardan las hojas de cálculo: una fila por persona, con nombre y dirección de correo. Verás lo que va a pasar antes de que pase nada.',
  file: 'Archivo CSV',
  template: 'Descargar un ejemplo',
  templateName: 'clientes-ejemplo.csv',
  reading: 'Revisando el archivo…',
  empty: 'En este archivo no hay ninguna persona.',
  tooLarge: 'Este archivo es demasiado grande. Divídelo e importa una parte tras otra.',
  tooMany: (count: number, most: number) =>
    `Este archivo tiene ${count} clientes; caben hasta ${most} de una vez. Divídelo e importa una parte tras otra.`,
  brokenQuote: (line: number) =>
    `En la fila ${line} se abren unas comillas que no se cierran, así que el resto no se puede leer. Corrige esa fila y vuelve a elegir el archivo.`,

  columnsTitle: 'Qué contienen las columnas',
  fields: {
    firstName: 'Nombre',
    lastName: 'Apellidos',
    email: 'Dirección de correo',
    timeZone: 'Zona horaria',
  },
  fieldName: (field: string) => fields[field] ?? field,
  noColumn: 'No está en el archivo',
  noLastName: 'Si falta, se toma la última palabra del nombre.',
  column: (n: number, head: string) => (head ? `${head} (columna ${n})` : `Columna ${n}`),

  previewTitle: 'Qué va a pasar',
  outcomes: {
    ADDED: 'Se añadirá',
    ALREADY_THERE: 'Ya está en tu lista',
    ADDRESS_IN_USE: 'Dirección de otra persona de tu lista',
    REPEATED: 'Dos veces en este archivo',
    FAULTY: 'No se puede añadir',
  },
  counts: (count: number, words: string) => `${count} – ${words}`,
  row: (line: number) => `Fila ${line}`,
  list: 'Filas del archivo',
  showMore: 'Mostrar más filas',
  noName: 'Sin nombre',
  invite: 'Enviar una invitación a cada persona que se añada',
  inviteHint: 'Con ella eligen su nombre de usuario y su contraseña. También puedes enviarla más adelante.',
  addAnyway: 'Añadir también a quienes comparten una dirección',
  addAnywayHint: 'Para familias y parejas: cada persona tiene su propio acceso con la misma dirección.',
  start: (count: number) => (count === 1 ? 'Añadir 1 cliente' : `Añadir ${count} clientes`),
  nothing: 'En este archivo no hay nadie nuevo, así que no hay nada que añadir.',

  progressTitle: 'Añadiendo clientes',
  progress: (done: number, total: number) => `${done} de ${total} en la lista`,
  goOn: 'Continuar',
  limitReached: (time: string) =>
    `En esta hora ya no salen más invitaciones. Lo añadido se queda. Continúa ${at(time)}, aquí o con el mismo archivo.`,
  finished: (count: number) =>
    count === 1 ? 'Se ha añadido 1 cliente.' : `Se han añadido ${count} clientes.`,
  finishedInvited: 'Sus invitaciones van de camino.',
  another: 'Importar otro archivo',
  seeClients: 'Ver tus clientes',

  importLink: 'Importar desde un archivo',
  exportButton: 'Descargar como archivo',
  exportName: (day: string) => `clientes-${day}.csv`,
  exported: (count: number) =>
    count === 1 ? 'Hay 1 cliente en el archivo.' : `Hay ${count} clientes en el archivo.`,
  heads: {
    firstName: 'Nombre',
    lastName: 'Apellidos',
    email: 'Dirección de correo',
    timeZone: 'Zona horaria',
    status: 'Estado',
    mail: 'Correo',
    logins: 'Inicios de sesión',
    lastLogin: 'Último inicio de sesión',
    added: 'Alta',
  },
};
