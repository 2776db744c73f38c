import type { Component } from 'svelte';

/** What a signed-in page leaves to be shown in its place should it break: by then it may be too late to fetch it. */
export const crash: { page?: Component } = {};
