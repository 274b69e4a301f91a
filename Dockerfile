# The gateway as one file on a plain Node. `npm run image` builds it where no registry can be reached; docs/deploying.md says how to run it.
ARG BASE=docker.io/library/node:24.21.0-bookworm-slim

FROM ${BASE} AS build
WORKDIR /build
ENV PUPPETEER_SKIP_DOWNLOAD=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --loglevel=error
COPY tsconfig.json vite.server.config.ts ./
COPY src src
COPY server server
RUN node node_modules/vite/bin/vite.js build --config vite.server.config.ts --logLevel warn

FROM ${BASE}
LABEL org.opencontainers.image.title="Stethoscope gateway" org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
COPY --from=build /build/dist/gateway/main.js main.mjs
COPY LICENSE ./
# Nobody in particular, and the same number wherever it runs: it owns no file here and writes none.
USER 65532:65532
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 DRAIN_SECONDS=5
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "main.mjs"]
