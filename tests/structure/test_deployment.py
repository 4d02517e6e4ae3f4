import subprocess

from tests.structure.sources import ROOT


def test_deployment_check_has_nothing_to_say():
    run = subprocess.run([ROOT / "scripts" / "check_deployment.sh"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
