# docker build -t paraph . && docker run -p 8080:8080 paraph
FROM rust:1-slim-bookworm AS build
WORKDIR /src
COPY . .
RUN cargo build --release --locked

FROM debian:bookworm-slim
RUN useradd --system --no-create-home --uid 10001 paraph
COPY --from=build /src/target/release/paraph /usr/local/bin/paraph
COPY --from=build /src/NOTICE /src/LICENSE-MIT /src/LICENSE-APACHE /usr/share/doc/paraph/
USER paraph
ENV PARAPH_HOST=0.0.0.0 PARAPH_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=4s --start-period=5s CMD ["paraph", "health", "http://127.0.0.1:8080/livez"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["paraph"]
CMD ["serve"]
