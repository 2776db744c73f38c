export const es = {
  card: 'Respuestas por correo',
  opening: 'Cargando las respuestas…',
  none: 'Ninguna todavía. Cuando alguien responda por correo a este mensaje, lo que escriba aparecerá aquí, sin ningún enlace de acceso.',
  noWords: 'Sin palabras propias.',
  attached: (names: string) => `Adjunto, y no se guarda aquí: ${names}`,
  fromOther:
    'Ha llegado desde una dirección distinta de aquella a la que fue el mensaje. Si tienes dudas, pregunta antes de actuar.',
  doubtful: 'Dudosa',
  inTheNameOf: (name: string) => `En nombre de ${name}`,
  unproven:
    'Ningún servidor de correo responde de la dirección que lleva: puede haberla escrito otra persona. Pregunta por otra vía antes de actuar.',
  unreadable:
    'Este correo no se ha podido leer: su texto está cifrado o en un formato que solo abre Outlook. Pide que lo envíen de nuevo como texto sin formato.',
  answer: 'Responder',
  answerTo: (name: string) => `a ${name}`,
  answerSubject: (subject: string) => (/^re:/i.test(subject) ? subject : `Re: ${subject}`).slice(0, 200),
  count: (count: number) => (count === 1 ? '1 respuesta' : `${count} respuestas`),
  showMore: 'Mostrar más respuestas',
  tryAgain: 'Volver a intentarlo',
};
