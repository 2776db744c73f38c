import type { Attachment } from 'svelte/attachments';

/** What has just come, where its reader may not see it: by as little scrolling as can be. */
export const intoView: Attachment<HTMLElement> = (node) => node.scrollIntoView({ block: 'nearest' });
