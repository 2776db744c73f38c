# One image for every job of the house: the API, the worker, the migration and `admin`.

FROM node:24-bookworm-slim AS sources
WORKDIR /app
# CI makes pnpm refuse a lock file that does not fit.
ENV CI=true npm_config_update_notifier=false
COPY . .

# What the server needs while it runs, and no more.
FROM sources AS parts
RUN npx --yes pnpm@12.4.2 install --frozen-lockfile --prod --filter @latchstring/server...

FROM sources AS build
RUN npx --yes pnpm@12.4.2 install --frozen-lockfile
RUN npx --yes pnpm@12.4.2 build

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app/packages/server
COPY --from=parts /app/node_modules /app/node_modules
COPY --from=parts /app/packages/server/node_modules ./node_modules
COPY --from=parts /app/packages/message-language /app/packages/message-language
COPY --from=build /app/packages/texts/package.json /app/packages/texts/languages.ts /app/packages/texts/numbers.ts \
  /app/packages/texts/span-words.ts /app/packages/texts/
COPY --from=build /app/packages/texts/generated /app/packages/texts/generated
COPY --from=build /app/packages/server/package.json ./package.json
COPY --from=build /app/packages/server/dist ./dist
COPY --from=build /app/packages/web/dist /app/packages/web/dist
USER node
EXPOSE 4000
CMD ["node", "dist/main.js", "--api"]
