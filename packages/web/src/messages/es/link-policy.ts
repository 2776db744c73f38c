export const es = {
  explained: 'Los enlaces de acceso te llegan por correo cuando olvidas algo, o con un mensaje de tu coach.',
  legend: 'Qué hace falta para entrar',
  choices: {
    ALLOWED: {
      label: 'Basta un enlace de acceso',
      explained:
        'Quien puede leer tu correo puede entrar. La manera más fácil de volver cuando olvidas algo.',
    },
    PASSWORD_TOO: {
      label: 'Un enlace de acceso y mi contraseña',
      explained: 'Después del enlace escribes también tu contraseña. No se crean códigos cortos.',
    },
    NEVER: {
      label: 'Sin enlaces de acceso',
      explained:
        'No se crea ninguno para ti, tampoco en los mensajes de tu coach. Solo entras con nombre de usuario y contraseña.',
    },
  },
  stricterClient:
    'Si luego olvidas tu contraseña, un enlace no te servirá. Tu coach puede pedir un nuevo comienzo, que tarda siete días, o puedes entrar con una llave de acceso si la tienes.',
  stricterCoach:
    'Si luego olvidas tu contraseña, un enlace no te servirá: solo una llave de acceso o quien gestiona este sitio.',
  passwordFirst:
    'Todavía no tienes contraseña. Pon una antes: sin ella, los enlaces de acceso son tu única manera de entrar.',
  currentNeeded: 'Escribe tu contraseña actual para cambiar esto.',
  save: 'Guardar',
  done: 'Guardado. Te hemos enviado una carta que lo cuenta.',
};
