"""How likely a claim is right: signs in the claim itself, weighed by what was right before.

The weights are authority data (`reference/calibration/<reader>.yml`), fitted by `habeas calibrate`
on documents whose claims a person took, and measured by `habeas evaluate`.
"""
