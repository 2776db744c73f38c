import { readWorkbook } from './workbook';

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => postMessage(readWorkbook(data)));
