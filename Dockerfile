# SuperEcom Assistant as a container: installed from the lock file by hash, run by a user of its own.
FROM python:3.11-slim AS build
WORKDIR /src
RUN python -m venv /opt/superecom
COPY requirements-server.lock ./
RUN /opt/superecom/bin/pip install --no-cache-dir --require-hashes -r requirements-server.lock
COPY . .
RUN /opt/superecom/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin superecom \
    && install --directory --owner superecom --group superecom --mode 0700 /data
COPY --from=build /opt/superecom /opt/superecom
ENV PATH=/opt/superecom/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    SUPERECOM_HOME=/data \
    SUPERECOM_HOST=0.0.0.0 \
    SUPERECOM_PORT=8000 \
    SUPERECOM_LOG_FORMAT=json
USER superecom
WORKDIR /data
VOLUME /data
EXPOSE 8000
# A process that no longer answers is started again; one that is not ready gets no traffic.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
STOPSIGNAL SIGTERM
CMD ["superecom", "serve"]
