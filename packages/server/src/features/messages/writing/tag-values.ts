import type { TagValues } from '@latchstring/message-language';

export interface Named {
  firstName: string;
  lastName: string;
}

export interface MessageSender extends Named {
  practice: { name: string; supportEmail: string };
}

/** What stands in the place of each magic tag, for one reader. `date`: today, in the reader's words. */
export function tagValues({
  coach,
  client,
  date,
}: {
  coach: MessageSender;
  client: Named;
  date: string;
}): TagValues {
  return {
    firstName: client.firstName,
    lastName: client.lastName,
    clientName: nameOf(client),
    coachName: nameOf(coach),
    practiceName: coach.practice.name,
    date,
  };
}

const nameOf = ({ firstName, lastName }: Named) => `${firstName.trim()} ${lastName.trim()}`.trim();
