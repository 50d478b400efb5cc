#!/usr/bin/perl
# A stranger's ONVIF client that is generated from the WSDL files and takes nothing they do not name: the Perl library of ZoneMinder
# (SOAP::WSDL). Asks the simulated camera 2 what centers ask cameras. Prints "N passed, N failed"; exit code 1 when something failed.
use strict;
use warnings;
require ZoneMinder::ONVIF;

my $address = "http://127.0.0.1:$ENV{LYNCEUS_SIM_ONVIF_PORT}/onvif/2/device_service";
my ($passed, $failed) = (0, 0);

sub client {
  my ($password) = @_;
  my $client = ONVIF::Client->new({ url_svc_device => $address, soap_version => '1.2' });
  $client->set_credentials($ENV{LYNCEUS_SIM_USER}, $password, 0);
  $client->create_services();
  return $client;
}

sub check {
  my ($name, $test) = @_;
  my $ok = eval { $test->() };
  my $why = $@;
  $ok ? $passed++ : $failed++;
  print $ok ? "ok    WSDL client: $name\n" : "FAIL  WSDL client: $name\n      $why\n";
}

# The answer of an operation. A refusal, and an answer that the WSDL does not describe, is a fault, which is false.
sub ask {
  my ($client, $service, $operation, $words) = @_;
  my $answer = $client->get_endpoint($service)->$operation($words // {});
  die "$operation: " . substr("$answer", 0, 600) if !$answer;
  return $answer;
}

my $client = client($ENV{LYNCEUS_SIM_PASSWORD});
my %reads = (
  device => [qw(GetSystemDateAndTime GetCapabilities GetScopes GetHostname GetNetworkInterfaces GetNTP GetDNS GetUsers GetRelayOutputs)],
  media => [qw(GetVideoSources GetVideoEncoderConfiguration GetVideoEncoderConfigurationOptions)],
);
for my $service (sort keys %reads) {
  for my $operation (@{ $reads{$service} }) {
    check("$operation is what the WSDL says", sub { ask($client, $service, $operation, $operation =~ /Encoder/ ? { ConfigurationToken => 'enc-main' } : {}) });
  }
}
check('reads who the camera is', sub {
  ask($client, 'device', 'GetDeviceInformation')->get_SerialNumber() eq 'SIM000002';
});
check('finds the profiles and their streams', sub {
  my @tokens = map { $_->attr()->get_token()->get_value() } @{ ask($client, 'media', 'GetProfiles')->get_Profiles() };
  die "profiles @tokens" if "@tokens" ne 'main sub';
  my $setup = { Stream => 'RTP-Unicast', Transport => { Protocol => 'RTSP' } };
  my $uri = ask($client, 'media', 'GetStreamUri', { StreamSetup => $setup, ProfileToken => 'main' })->get_MediaUri()->get_Uri();
  $uri =~ m{^rtsp://127\.0\.0\.1:\d+/camera/2$} or die $uri;
});
check('keeps a position and finds it among the presets', sub {
  my $token = ask($client, 'ptz', 'SetPreset', { ProfileToken => 'main', PresetName => 'Gate' })->get_PresetToken();
  my $presets = ask($client, 'ptz', 'GetPresets', { ProfileToken => 'main' })->get_Preset();
  grep { $_->attr()->get_token() eq $token } ref $presets eq 'ARRAY' ? @$presets : ($presets);
});
check('moves and stops the camera', sub {
  my $speed = { PanTilt => ONVIF::PTZ::Types::Vector2D->new(), Zoom => undef };
  $speed->{PanTilt}->attr()->set_x(0.5);
  $speed->{PanTilt}->attr()->set_y(0);
  ask($client, 'ptz', 'ContinuousMove', { ProfileToken => 'main', Velocity => $speed, Timeout => 'PT2S' });
  ask($client, 'ptz', 'GetStatus', { ProfileToken => 'main' });
  ask($client, 'ptz', 'Stop', { ProfileToken => 'main', PanTilt => 'true', Zoom => 'true' });
});
check('is refused with a wrong password', sub {
  !client('wrong')->get_endpoint('device')->GetDeviceInformation({});
});

print "$passed passed, $failed failed\n";
exit($failed > 0 ? 1 : 0);
