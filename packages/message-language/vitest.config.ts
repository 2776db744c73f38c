import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { setupFiles: ['same-seed.ts'], isolate: false, fsModuleCache: false } });
