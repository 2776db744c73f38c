export const replies = {
  '{0}: nobody reads mail to this address': '{0}: nadie lee el correo de esta dirección',
  'You wrote to an address that only sends. Your mail was not kept and nobody has read it.':
    'Has escrito a una dirección que solo envía. Tu correo no se ha guardado y nadie lo ha leído.',
  'To reach {0}, write to {1}.': 'Para contactar con {0}, escribe a {1}.',
  'To reach your coach, write to the address that stands at the end of their messages.':
    'Para contactar con tu coach, escribe a la dirección que aparece al final de sus mensajes.',
  'This answer is automatic; there is at most one a day.':
    'Esta respuesta es automática; hay como máximo una al día.',
  'A client': 'Cliente',
  'your message': 'tu mensaje',
  '"{0}"': '«{0}»',
  '{0} by way of {1}': '{0}, a través de {1}',
  '{0} replied: {1}': '{0} ha respondido: {1}',
  '{0} replied to {1}:': '{0} ha respondido a {1}:',
  '(no words of their own)': '(sin palabras propias)',
  'Attached, and not passed on. Ask for what you need:':
    'Venía adjunto y no se reenvía. Pide lo que necesites:',
  'This came from another address than your message went to. Most often it is another mailbox of theirs; if in doubt, ask them before you act on it.':
    'Ha llegado desde una dirección distinta de aquella a la que fue tu mensaje. Casi siempre es otro buzón de la misma persona; si tienes dudas, pregúntale antes de actuar.',
  'Open the message': 'Abrir el mensaje',
  'Do not answer this mail: nobody reads what comes back. To answer {0}, send them a message, or write to {1} from your own mailbox.':
    'No respondas a este correo: nadie lee lo que vuelve. Para contestar a {0}, envíale un mensaje o escribe a {1} desde tu propio buzón.',
};
