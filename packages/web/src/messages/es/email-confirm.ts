export const es = {
  text: 'En cuanto confirmes, todo llegará a la dirección nueva, y los enlaces de acceso enviados antes dejarán de funcionar.',
  confirm: 'Confirmar la dirección nueva',
  notYou: '¿Hay algo que no cuadra? Entonces no hagas nada: el cambio caduca por sí solo.',
};
