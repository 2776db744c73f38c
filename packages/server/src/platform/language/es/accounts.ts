export const accounts = {
  '{0} at {1}': '{0}, de {1}',
  Client: 'Cliente',
  You: 'Tú',
  'The system': 'El sistema',
  'Type your email address.': 'Escribe tu dirección de correo.',
  'An email address has at most {0} characters.': 'Una dirección de correo tiene como máximo {0} caracteres.',
  'That does not look like an email address: name@example.com':
    'Eso no parece una dirección de correo: nombre@example.com',
  'A name is one line of text.': 'Un nombre es una sola línea de texto.',
  'Use at least {0} characters.': 'Usa al menos {0} caracteres.',
  'Use at most {0} characters.': 'Usa como máximo {0} caracteres.',
  'Use ordinary letters and digits.': 'Usa letras y cifras corrientes.',
  'Use letters, digits, dots, dashes and the like.':
    'Usa letras, cifras, puntos, guiones y signos parecidos.',
  'Keep to one alphabet: some of these letters look like others.':
    'Quédate en un solo alfabeto: algunas de estas letras parecen otras.',
  'Use letters, spaces, apostrophes, dashes and dots after initials: at most {0} words and {1} characters.':
    'Usa letras, espacios, apóstrofos, guiones y puntos tras iniciales: como máximo {0} palabras y {1} caracteres.',
  'It looks like “{0}”, which is here already.': 'Se parece a «{0}», que ya está aquí.',
  'the address you proposed for {0} was turned down': 'se ha rechazado la dirección que propusiste para {0}',
  'the fresh start of {0} is off': 'el nuevo comienzo de {0} está anulado',
  'The email address that you proposed for {0} was turned down: {1}. The one on file stays, and login links go there as before.':
    'Se ha rechazado la dirección de correo que propusiste para {0}: {1}. La registrada se mantiene, y los enlaces de acceso llegan allí como antes.',
  'The fresh start that you asked for {0} is off: {1}. Nothing has changed: they log in as before.':
    'El nuevo comienzo que pediste para {0} está anulado: {1}. No ha cambiado nada: inicia sesión como antes.',
  'a client of yours': 'una persona de tu lista',
  'Is that a surprise? Then ask them, by a way on which you know that it is them.':
    '¿Te sorprende? Entonces pregúntale, por un medio con el que sepas que es esa persona.',
  'Open the client': 'Abrir la ficha',
};
