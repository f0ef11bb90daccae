# The service: build with `docker build -t paraph .`, run with `docker run --rm -p 8080:8080 --read-only paraph`; for both architectures
# with `docker buildx build --platform linux/amd64,linux/arm64 -t paraph .`. The image is one static binary and its licences.

FROM rust:1.95.0-slim-bookworm AS build
WORKDIR /paraph
# static: the image below has no libraries. A named target, for the flags must not reach what runs while building
ENV CARGO_TERM_COLOR=never RUSTFLAGS="-C target-feature=+crt-static"
RUN rustc -vV | sed -n 's/^host: //p' > /target

# the dependencies, in a layer that lasts until Cargo.lock changes: what is built of the project itself is empty, and thrown away
COPY Cargo.toml Cargo.lock ./
RUN mkdir src benches \
    && echo 'fn main() {}' | tee src/main.rs > benches/engine.rs \
    && touch src/lib.rs \
    && cargo build --release --locked --bin paraph --target "$(cat /target)" \
    && cargo clean --release --package paraph --target "$(cat /target)" \
    && rm -r src benches

COPY . .
RUN cargo build --release --locked --bin paraph --target "$(cat /target)" \
    && mkdir -p /image/usr/local/bin /image/usr/share/doc/paraph \
    && cp "target/$(cat /target)/release/paraph" /image/usr/local/bin/ \
    && cp NOTICE LICENSE-MIT LICENSE-APACHE /image/usr/share/doc/paraph/ \
    && ! ldd /image/usr/local/bin/paraph 2>/dev/null | grep '=>' \
    && /image/usr/local/bin/paraph --version

FROM scratch
COPY --from=build /image/ /
# inside a container only the outside is of use; pieces of memory that are larger than what an article needs go back to the system when
# they are freed, and the others are kept for the next
ENV PARAPH_HOST=0.0.0.0 PARAPH_PORT=8080 MALLOC_MMAP_THRESHOLD_=4194304 MALLOC_TRIM_THRESHOLD_=4194304
EXPOSE 8080
# by number, so that Kubernetes can see that it is not root
USER 65532:65532
HEALTHCHECK --interval=10s --timeout=4s --start-period=5s --retries=3 CMD ["/usr/local/bin/paraph", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/usr/local/bin/paraph"]
CMD ["serve"]
