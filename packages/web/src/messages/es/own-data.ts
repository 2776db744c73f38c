import { at } from './when';

export const es = {
  explained:
    'Todo lo que se guarda sobre ti, en un solo archivo: perfil, sesiones, diario de acceso, enlaces y mensajes que has recibido. No contiene contraseñas ni enlaces. Guárdalo donde solo tú puedas leerlo.',
  download: 'Descargar mis datos',
  done: (fileName: string) => `Tus datos están en el archivo ${fileName}.`,
  currentNeeded: 'Hace un rato que iniciaste la sesión. Escribe tu contraseña actual para continuar.',
  deleteAt: (time: string) =>
    `Esta cuenta se eliminará ${at(time)}. Hasta entonces puedes consultarla y descargar tus datos aquí abajo.`,
};
