import { at } from './when';

export const es = {
  title: 'Se ha pedido un nuevo comienzo de tu cuenta',
  text: (time: string) =>
    `Lo ha pedido tu coach, por si no puedes iniciar sesión ni recibir correo. Tu nombre de usuario y tu contraseña dejarían de valer ${at(time)}, y se enviaría una invitación a otra dirección. Tienes la sesión iniciada, así que no lo necesitas.`,
  stop: 'Detener el nuevo comienzo',
};
