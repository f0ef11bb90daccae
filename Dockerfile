# The service: build with `docker build -t paraph .`, run with `docker run --rm -p 8080:8080 paraph`.

FROM rust:1.95-slim-bookworm AS build
WORKDIR /paraph
COPY . .
RUN cargo build --release --locked --bin paraph

FROM debian:bookworm-slim
COPY --from=build /paraph/target/release/paraph /usr/local/bin/paraph
COPY --from=build /paraph/NOTICE /paraph/LICENSE-MIT /paraph/LICENSE-APACHE /usr/share/doc/paraph/
# inside a container only the outside is of use
ENV PARAPH_HOST=0.0.0.0 PARAPH_PORT=8080
EXPOSE 8080
# by number, so that Kubernetes can see that it is not root
USER 65532:65532
HEALTHCHECK --interval=10s --timeout=4s --start-period=5s --retries=3 CMD ["paraph", "health", "http://127.0.0.1:8080"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["paraph"]
CMD ["serve"]
