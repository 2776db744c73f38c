import { Extensions } from 'type-graphql';

/**
 * On a field whose answer is dear for what it is: so many fields' worth, for each node of its page where it has one.
 * What an operation comes to is limited (operation-cost.ts), and with it how often such a field may stand in one.
 */
export const Cost = (fields: number) => Extensions({ cost: fields });
