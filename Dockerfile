# The service in an image without a shell: build with `docker build -t paraph .`, run with `docker run -p 8080:8080 paraph`.

FROM rust:1.95-slim-bookworm AS build
WORKDIR /paraph
COPY . .
RUN cargo build --release --locked --bin paraph

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /paraph/target/release/paraph /usr/local/bin/paraph
COPY --from=build /paraph/NOTICE /paraph/LICENSE-MIT /paraph/LICENSE-APACHE /usr/share/doc/paraph/
# inside a container only the outside is of use
ENV PARAPH_HOST=0.0.0.0 PARAPH_PORT=8080
EXPOSE 8080
USER nonroot
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 CMD ["/usr/local/bin/paraph", "health", "http://127.0.0.1:8080"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/usr/local/bin/paraph"]
CMD ["serve"]
