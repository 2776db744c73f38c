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
  'Doubtful reply: {0}': 'Respuesta dudosa: {0}',
  'A reply to {0} came in the name of {1}, and we can not tell that they wrote it:':
    'Ha llegado una respuesta a {0} en nombre de {1}, y no podemos saber si la ha escrito:',
  '(This mail could not be read: its words are encrypted, or in a form that only Outlook opens. Ask them to send it again as plain text.)':
    '(Este correo no se ha podido leer: su texto está cifrado o en un formato que solo abre Outlook. Pídele que lo envíe de nuevo como texto sin formato.)',
  'It names their address, but no mail server vouches for that: somebody else may have written it. Ask them in another way before you act on it.':
    'Lleva su dirección, pero ningún servidor de correo responde de ello: puede haberlo escrito otra persona. Pregúntale por otra vía antes de actuar.',
};
