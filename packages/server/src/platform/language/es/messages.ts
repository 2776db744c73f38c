export const messages = {
  'The address takes no mail. Correct it, or try it again.':
    'La dirección no acepta correo. Corrígela o vuelve a probarla.',
  'The mail was turned away for what it says. Change the text and write again.':
    'El correo fue rechazado por lo que dice. Cambia el texto y vuelve a escribir.',
  'The reader’s mail server takes no mail of this site at the moment. The address may be good: try again later, and tell whoever runs the site.':
    'El servidor de correo del destinatario no acepta ahora correos de este sitio. La dirección puede ser buena: vuelve a intentarlo más tarde y avisa a quien administra el sitio.',
  'The mail provider turned it away because of this site’s account there. Tell whoever runs the site, then try again.':
    'El proveedor de correo lo rechazó por la cuenta que este sitio tiene con él. Avisa a quien administra el sitio y vuelve a intentarlo después.',
  'The reader’s mail server was not reached for hours. The address may be good: try again later.':
    'Durante horas no se llegó al servidor de correo del destinatario. La dirección puede ser buena: vuelve a intentarlo más tarde.',
  'The mail provider did not say whether it took this mail, and could not be asked. Retry.':
    'El proveedor de correo no ha dicho si aceptaba este correo, y no se le ha podido preguntar. Vuelve a intentarlo.',
  'The mail provider refuses mail of this site. Whoever runs the site has to mend that; then this goes by itself.':
    'El proveedor de correo rechaza los mensajes de este sitio. Quien lo administra tiene que arreglarlo; después este mensaje saldrá solo.',
  'The mail provider could not be told to try this address again. It is told again by itself.':
    'No se ha podido avisar al proveedor de correo de que vuelva a probar esta dirección. Se le avisará de nuevo automáticamente.',
  'The mail provider gave no clear answer. It is asked whether it has the mail, then tried again.':
    'El proveedor de correo no ha contestado. Se le pregunta si tiene el correo y después se vuelve a intentar.',
  'The mail provider does not take it yet. It is tried again by itself.':
    'El proveedor de correo aún no lo acepta. Se vuelve a intentar por sí solo.',
  'Choose at least one client to write to.': 'Elige al menos una persona a la que escribir.',
  'Write a subject: a mail without one looks like spam.':
    'Escribe un asunto: un correo sin asunto parece spam.',
  'Write a message.': 'Escribe un mensaje.',
  'This time has passed. Choose a later one, or send now.':
    'Esa hora ya ha pasado. Elige otra posterior o envíalo ahora.',
  'your own address, and their login link would come to you. Leave them out, or take [loginLink] out.':
    'tu propia dirección, y su enlace de acceso te llegaría a ti. Déjalos fuera o quita [loginLink].',
  'a new address that is not confirmed yet, and until then no login link from you. Leave them out, or take [loginLink] out.':
    'una dirección nueva sin confirmar, y hasta entonces ningún enlace de acceso tuyo. Déjalos fuera o quita [loginLink].',
  'a deactivated account: nothing is sent there. Reactivate it first, or leave them out.':
    'el acceso desactivado: no se envía nada. Reactívalo antes o déjalos fuera.',
  'an address that refused our last mail: nothing is sent there. Check the address first.':
    'una dirección que rechazó nuestro último correo: no se envía nada. Comprueba antes la dirección.',
  'as many mails from you as may go to that address in an hour: this one goes there by itself later.':
    'ya tantos correos tuyos como pueden ir a esa dirección en una hora: este saldrá solo más tarde.',
  'You have written to this client as often as an hour allows. This goes by itself later.':
    'Has escrito a este cliente tantas veces como permite una hora. Esto saldrá solo más tarde.',
  'You have written to this address as often as an hour allows, and nobody has come in from it yet. This goes by itself later.':
    'Has escrito a esta dirección tantas veces como permite una hora y nadie ha entrado todavía desde ella. Esto saldrá solo más tarde.',
  'login links turned off, so this message is not sent there. Write to them without [loginLink].':
    'los enlaces de acceso desactivados, así que este mensaje no se envía. Escríbeles sin [loginLink].',
  '{0} nothing to put for [{1}]. Write [{2}|{3}] for them, or fill it in.':
    '{0} un hueco donde va [{1}]. Escribe [{2}|{3}] en su lugar o rellena el dato.',
  there: 'qué tal',
  '{0} more': '{0} más',
  '{0} has': '{0} tiene',
  '{0} and {1} have': '{0} y {1} tienen',
  'has no place in the subject: mail programs show it to whoever looks at the screen. Put it into the text.':
    'no puede ir en el asunto: los programas de correo lo muestran a quien mira la pantalla. Ponla en el texto.',
  'stands inside an address. Put it on its own, or make it the whole target of the link.':
    'está dentro de una dirección. Ponla aparte o haz que sea todo el destino del enlace.',
  'touches other text, which would become a part of the link. Put a space around it.':
    'toca otro texto, que pasaría a formar parte del enlace. Deja un espacio a su alrededor.',
  'The link “{0}” looks like an address of this site and leads elsewhere: to {1}. Show that address.':
    'El enlace «{0}» parece una dirección de este sitio y lleva a otra parte: a {1}. Muestra esa dirección.',
  'The link “{0}” leads to another address than it shows: to {1}. Show that address.':
    'El enlace «{0}» lleva a otra dirección que la que muestra: a {1}. Muestra esa dirección.',
  'Messages were checked and saved very often. Wait a moment, then go on.':
    'Se han comprobado y guardado mensajes muy a menudo. Espera un momento y sigue.',
  'This hour has no room for so many more recipients. Nothing was sent: send it later, or to fewer.':
    'En esta hora no caben tantos destinatarios más. No se ha enviado nada: envíalo más tarde o a menos personas.',
  'You have sent as many messages as an hour has room for. This one was not sent: send it later.':
    'Has enviado tantos mensajes como caben en una hora. Este no se ha enviado: envíalo más tarde.',
  'One of the recipients has': 'Uno de los destinatarios tiene',
  '{0} of the recipients have': '{0} de los destinatarios tienen',
  'stands in a picture or in other markup that is not text. Put it into the text.':
    'está en una imagen o en otro marcado que no es texto. Ponla en el texto.',
  'stands in a link that leads elsewhere. Take that link away.':
    'está en un enlace que lleva a otro sitio. Quita ese enlace.',
  'The subject is too long. Use at most {0} characters.':
    'El asunto es demasiado largo. Usa como máximo {0} caracteres.',
  'The message is too long. Use at most {0} characters, formatting included.':
    'El mensaje es demasiado largo. Usa como máximo {0} caracteres, contando el formato.',
  'The message has more than {0} lines. Take empty and short ones together.':
    'El mensaje tiene más de {0} líneas. Junta las vacías y las cortas.',
  'The formatting is too much to send. Paste the text without formatting.':
    'El formato es demasiado para enviarlo. Pega el texto sin formato.',
  '{0} is no magic tag: {1}. Write [{2}].': '{0} no es una etiqueta mágica: {1}. Escribe [{2}].',
  '{0} is no magic tag. Did you mean [{1}]?': '{0} no es una etiqueta mágica. ¿Querías decir [{1}]?',
  '{0} is no magic tag: {1}. [loginLink] lets your client in without it.':
    '{0} no es una etiqueta mágica: {1}. Con [loginLink] tu cliente entra sin eso.',
  '{0} is no magic tag. Choose one from the list, or use round brackets.':
    '{0} no es una etiqueta mágica. Elige una de la lista o usa paréntesis.',
  'it takes no words after a |': 'no admite palabras detrás de |',
  'This message can not be sent as it is.': 'Este mensaje no se puede enviar tal como está.',
  'This subject is too long.': 'Este asunto es demasiado largo.',
  'This message is too long. Use at most {0} characters.':
    'Este mensaje es demasiado largo. Usa como máximo {0} caracteres.',
  'These are {0} clients, and at most {1} an hour get a message. Send it in parts.':
    'Son {0} clientes, y como máximo {1} por hora reciben un mensaje. Envíalo por partes.',
  "The client's personal login link. Nobody else ever sees it, you neither.":
    'El enlace de acceso personal de cada cliente. Nadie más lo ve nunca, tampoco tú.',
  "The client's first name.": 'El nombre de cada cliente.',
  "The client's last name.": 'Los apellidos de cada cliente.',
  "The client's first and last name.": 'El nombre y los apellidos de cada cliente.',
  'Your own name.': 'Tu propio nombre.',
  "Your practice's name.": 'El nombre de tu organización.',
  'The day the message is sent.': 'El día en que se envía el mensaje.',
  'Choose at most {0} clients.': 'Elige como máximo {0} clientes.',
  'Some of these are no clients of yours.': 'Algunas de estas personas no son clientes tuyos.',
  'This mail could not be made. Retry it once the cause is mended.':
    'Este correo no se ha podido preparar. Vuelve a intentarlo cuando la causa esté resuelta.',
  'This client is deactivated. Reactivate them, then retry.':
    'Esta persona tiene el acceso desactivado. Reactívalo y vuelve a intentarlo.',
  'Mail to this address came back. Correct it or try it again, then retry.':
    'El correo a esta dirección ha vuelto. Corrígela o pruébala de nuevo y vuelve a intentarlo.',
  'This client marked our mail as spam. Call them.': 'Esta persona marcó nuestro correo como spam. Llámala.',
  'A new address of this client waits for their confirmation. Until then no login link goes from you. Retry after that.':
    'Una dirección nueva de esta persona espera su confirmación. Hasta entonces no sale ningún enlace de acceso tuyo. Vuelve a intentarlo después.',
  'You took back the login links of this message. Write a new one to send a link.':
    'Retiraste los enlaces de acceso de este mensaje. Escribe otro para enviar un enlace.',
  'This client accepts no login links. Send the message without [loginLink].':
    'Esta persona no acepta enlaces de acceso. Envía el mensaje sin [loginLink].',
  'For {0}': 'Para {0}',
  '{0} sent you this through {1}. To answer, reply to this mail.':
    '{0} te ha enviado esto a través de {1}. Para contestar, responde a este correo.',
  '{0} sent you this through {1}. To answer, write to {2}.':
    '{0} te ha enviado esto a través de {1}. Para contestar, escribe a {2}.',
  'The login link logs you in and is yours alone: do not pass this mail on, not even to {0}.':
    'El enlace de acceso te permite entrar y es solo tuyo: no reenvíes este correo, tampoco a {0}.',
  'It works once.': 'Sirve una sola vez.',
  'It works once, until {0}.': 'Sirve una sola vez, hasta el {0}.',
  "Don't want it? Then nothing happens if you do nothing.":
    '¿No lo quieres? Entonces no hagas nada y no pasará nada.',
  'Write day and time like this: 2027-03-28T09:00 for nine in the morning.':
    'Escribe el día y la hora así: 2027-03-28T09:00 para las nueve de la mañana.',
  'Choose a time zone by its name: Europe/Madrid.': 'Elige una zona horaria por su nombre: Europe/Madrid.',
  'This draft was saved elsewhere since. Load it again before you save.':
    'Este borrador se ha guardado después en otro sitio. Vuelve a cargarlo antes de guardar.',
  'This message is on its way already and can not be stopped.':
    'Este mensaje ya va de camino y no se puede detener.',
  'There is no such delivery.': 'No existe ese envío.',
  'There is no such message.': 'No existe ese mensaje.',
  'nobody but the client may know it': 'solo lo puede saber la propia persona',
  'There is no such template.': 'No existe esa plantilla.',
  'Test: {0}': 'Prueba: {0}',
  'What begins with "{0}" goes on for too long without a space. Shorten it.':
    'Lo que empieza por «{0}» sigue demasiado tiempo sin un espacio. Acórtalo.',
};
