export { renamePractice, setPractice } from './change-practice.ts';
export { findCoach, setCoachStatus } from './coaches.ts';
export { createCoach } from './create-coach.ts';
export { listCoaches, listPractices } from './lists.ts';
export { Refusal } from './refusal.ts';
