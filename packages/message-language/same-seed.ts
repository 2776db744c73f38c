import fc from 'fast-check';

/*
 * Properties are tried with the same values each time, so that whoever changes something else never meets what they have
 * not found until now. FUZZ_SEED chooses others.
 */
fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 20_261_125) });
