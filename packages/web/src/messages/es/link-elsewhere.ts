export const es = {
  text: 'Si inicias sesión aquí, la sesión se queda en la app de correo. Para iniciarla en tu navegador de siempre, copia el enlace y pégalo allí. Eso no gasta el enlace.',
  withCode:
    'Si inicias sesión aquí, la sesión se queda en la app de correo. Para iniciarla en tu navegador de siempre, copia el enlace y pégalo allí, o escribe el código de acceso del mismo correo. Ninguna de las dos cosas gasta el enlace.',
  copyLink: 'Copiar el enlace',
  typeCode: 'Escribir el código de acceso',
};
